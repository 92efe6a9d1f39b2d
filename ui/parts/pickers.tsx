// Language and colours: small switches that every page carries.
import { useState } from 'react';
import { chooseTheme, presentTheme, type Theme } from '../store/theme.ts';
import { isLanguage, languages } from '../text/languages.ts';
import { useText } from '../text/text-context.tsx';
import styles from './pickers.module.css';

export function LanguagePicker() {
  const { t, language, choose } = useText();
  return (
    <label className={styles.picker}>
      <span className={styles.hidden}>{t('app.language')}</span>
      <select
        className={styles.select}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) choose(target.value);
        }}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ThemePicker() {
  const { t } = useText();
  const [theme, setTheme] = useState<Theme>(presentTheme);
  const other: Theme = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className={styles.select}
      aria-label={`${t('app.theme')}: ${t(`app.${other}`)}`}
      onClick={() => {
        chooseTheme(other);
        setTheme(other);
      }}
    >
      <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span> {t(`app.${other}`)}
    </button>
  );
}
