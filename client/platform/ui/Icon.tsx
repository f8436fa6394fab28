/** The product's own icons: drawn on a 16 px grid with one stroke width, so that they sit level with the text. */
const PATHS = {
  home: 'M2.5 7.2 8 2.6l5.5 4.600M4 6.200v7h8v-7M6.7 13.200V9.500h2.600v3.7',
  plan: 'M3 3.500h5M5 8h6M7.5 12.500H13M3 6v4.500M3 8h0',
  risk: 'M8 2.3 14.2 13H1.800zM8 6.500v3.200M8 11.400v.1',
  map: 'M4 5.500a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400ZM12 9.700a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400ZM4.5 13.900a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400ZM5.6 4.500l4.9 2.700M10.5 8.800l-4.5 2.6',
  organisation: 'M2.5 13.500h11M4 13.500v-10h5v10M9 6.500h3v7M6 6h1M6 8.500h1M6 11h1',
  board:
    'M2 9.500h12M4 9.500v4M12 9.500v4M5 6.800a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.600ZM11 6.800a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.600Z',
  import: 'M8 2v7.500M5 6.8 8 9.800l3-3M2.5 10.500v3h11v-3',
  export: 'M8 10V2.500M5 5.2 8 2.200l3 3M2.5 10.500v3h11v-3',
  api: 'M5.5 4 1.8 8l3.7 4M10.5 4l3.7 4-3.7 4',
  menu: 'M2.5 4.500h11M2.5 8h11M2.5 11.500h11',
  close: 'M4 4l8 8M12 4l-8 8',
  'chevron-right': 'M6 3.5 10.5 8 6 12.5',
  'chevron-left': 'M10 3.5 5.5 8l4.5 4.5',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  'chevron-up': 'M3.5 10 8 5.500l4.5 4.5',
  search: 'M7 11.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.300l3.4 3.4',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  check: 'M3 8.5 6.5 12 13 4.5',
  edit: 'M10.8 2.800l2.4 2.4-7.7 7.7-3 .6.6-3zM9.3 4.300l2.4 2.4',
  archive: 'M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.700h3',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  sun: 'M8 10.800a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.600ZM8 1.500v1.300M8 13.200v1.300M1.5 8h1.300M13.2 8h1.300M3.4 3.400l.9.9M11.7 11.700l.9.9M12.6 3.400l-.9.9M4.3 11.700l-.9.9',
  moon: 'M13.3 9.800A5.7 5.7 0 0 1 6.2 2.700a5.7 5.7 0 1 0 7.1 7.100Z',
  system: 'M2 3h12v8H2zM6 13.500h4M8 11v2.5',
  'sign-out': 'M6.5 2.500h-4v11h4M6 8h8M11 5l3 3-3 3',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.300v3.700M8 5v.1',
  success: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.3 8.300l2 2 3.5-4',
  link: 'M6.7 9.300a2.5 2.5 0 0 0 3.6 0l2.4-2.400a2.5 2.5 0 0 0-3.6-3.600l-.8.8M9.3 6.700a2.5 2.5 0 0 0-3.6 0L3.3 9.100a2.5 2.5 0 0 0 3.6 3.600l.8-.8',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.800V8l2.2 1.6',
  calendar: 'M2.5 3.500h11v10h-11zM2.5 6.500h11M5.5 2v2.500M10.5 2v2.5',
  lock: 'M3.5 7.500h9v6h-9zM5.5 7.500V5a2.5 2.5 0 0 1 5 0v2.5',
  file: 'M4 2h5l3.5 3.500V14H4zM9 2v3.500h3.5',
  filter: 'M2 4h12M4.5 8h7M6.8 12h2.4',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2v3h3M8 5v3.200l2 1.3',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 9.800a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.600Z',
  'eye-off':
    'M6.2 3.800A6 6 0 0 1 8 3.500c4 0 6.5 4.5 6.5 4.500a12 12 0 0 1-1.800 2.300M4 5A11 11 0 0 0 1.5 8S4 12.500 8 12.500a6 6 0 0 0 3.200-.9M2.5 2.500l11 11',
  people:
    'M6 7.500a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600ZM1.8 13.200c0-2.4 1.8-4 4.2-4s4.2 1.6 4.2 4M10.7 3.200a2.2 2.2 0 0 1 0 4.200M12 9.600c1.4.5 2.3 1.8 2.3 3.6',
  'arrow-up': 'M8 13V3.500M4 7l4-4 4 4',
  'arrow-down': 'M8 3v9.500M4 9l4 4 4-4',
  move: 'M8 2v12M5.8 4.2 8 2l2.2 2.2M5.8 11.8 8 14l2.2-2.2',
  'arrow-right': 'M3 8h9.500M9 4l4 4-4 4',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.700M13.3 2v3h-3',
  undo: 'M6 3 2.8 6.2 6 9.400M3 6.200h6a4 4 0 0 1 0 8H6.5',
  flag: 'M3.5 14V2.500M3.5 3h8.500l-2 3 2 3H3.5',
  pause: 'M5.5 3.500v9M10.5 3.500v9',
  play: 'M5 3.200v9.600L12.5 8z',
  external: 'M6.5 3.500h-4v10h10v-4M9 2.500h4.500V7M13.3 2.7 7.5 8.5',
  comment: 'M2.5 3h11v8H8l-3.5 2.800V11h-2z',
  target: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 10.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  print: 'M4.5 6V2.500h7V6M4.5 11.500h-2V6h11v5.500h-2M4.5 9.500h7v4h-7z',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  /** Edge in rem. */
  readonly size?: number;
  /** Only where no words stand beside it. */
  readonly label?: string;
}

export function Icon({ name, size = 1, label }: IconProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers unless it is given a label
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width={`${size}rem`}
      height={`${size}rem`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
