import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { useEffect, useState } from 'react';

export const themeChoices = ['light', 'dark', 'auto'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** As Jira hands it to a view: which mode holds now, and the themes behind it. */
export interface ViewTheme {
  readonly colorMode: 'light' | 'dark';
  readonly light: 'light';
  readonly dark: 'dark';
  readonly spacing: 'spacing';
  readonly typography: 'typography';
}

const themeKey = 'aside-preview.theme';
const prefersDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** The colour theme of the page: what was chosen, what it comes to now, and how to choose. Kept in this browser. */
export function useTheme(): readonly [ThemeChoice, ViewTheme, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState<ThemeChoice>(readChoice);
  const [systemIsDark, setSystemIsDark] = useState(() => prefersDark().matches);
  useEffect(() => {
    const query = prefersDark();
    const follow = (): void => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    window.localStorage.setItem(themeKey, choice);
    void setGlobalTheme({
      colorMode: choice,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
    });
  }, [choice]);
  const isDark = choice === 'dark' || (choice === 'auto' && systemIsDark);
  return [choice, isDark ? darkTheme : lightTheme, setChoice];
}

const lightTheme: ViewTheme = {
  colorMode: 'light',
  light: 'light',
  dark: 'dark',
  spacing: 'spacing',
  typography: 'typography',
};
const darkTheme: ViewTheme = { ...lightTheme, colorMode: 'dark' };

function readChoice(): ThemeChoice {
  const kept = window.localStorage.getItem(themeKey);
  return themeChoices.find((candidate) => candidate === kept) ?? 'auto';
}
