import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import styles from './filters.module.css';

/** Finds as one types: asked for when the typing rests. */
export function SearchText(props: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  label: string;
  placeholder: string;
}) {
  const { value = '', onChange } = props;
  const [text, setText] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const typed = text.trim();
    if (typed === value) return undefined;
    const timer = setTimeout(() => latest.current(typed || undefined), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <SearchField
      className={styles.text}
      size="small"
      aria-label={props.label}
      placeholder={props.placeholder}
      value={text}
      onChange={setText}
    />
  );
}
