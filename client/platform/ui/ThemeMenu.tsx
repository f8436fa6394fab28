import { useState } from 'react';
import { IconButton } from './Button';
import { Menu } from './Menu';
import { chooseTheme, chosenTheme, type Theme } from './theme';

const THEMES = [
  { id: 'system', label: 'As the system', icon: 'system' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
] as const;

export function ThemeMenu() {
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const icon = THEMES.find((entry) => entry.id === theme)?.icon ?? 'system';
  return (
    <Menu
      label="Appearance"
      placement="bottom end"
      trigger={<IconButton icon={icon} label="Appearance" />}
      groups={[{ entries: THEMES }]}
      selected={theme}
      onSelect={(id) => {
        const next = THEMES.find((entry) => entry.id === id)?.id ?? 'system';
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}
