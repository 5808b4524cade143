import styles from './shellLines.module.css';

/** What somebody types into a shell. */
export function ShellLines({ lines }: { lines: readonly string[] }) {
  return (
    // As in a terminal: read from the left in every language.
    <pre className={styles.shell} dir="ltr">
      {lines.join('\n')}
    </pre>
  );
}
