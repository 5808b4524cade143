import { Select } from '@backstage/ui';

/** A choice of one among what the server finds for a text. */
export function SearchedSelect(props: {
  label: string;
  /** What is searched, where nothing is chosen and where the text is typed. */
  find: string;
  text: string;
  onTextChange: (text: string) => void;
  options: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const { label, find, text, onTextChange, options, value, onChange } = props;
  return (
    <Select
      label={label}
      isRequired
      placeholder={find}
      options={options}
      search={{
        mode: 'server',
        inputValue: text,
        onInputChange: onTextChange,
        placeholder: find,
      }}
      value={value}
      onChange={key => onChange(key ? String(key) : null)}
    />
  );
}
