import { HelperMessage, Label, Select, Stack } from '@forge/react';
import React, { useEffect, useRef, useState } from 'react';

/** How long someone pauses before what they typed is looked up, in milliseconds. */
const pause = 300;

export interface SearchOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly hint: string;
  /** Said in the hint's place when the last look-up failed. */
  readonly failure: string;
  readonly chosen: readonly SearchOption[];
  readonly isSingle?: boolean;
  readonly isDisabled?: boolean;
  /** What fits these words, which are never empty; null when the look-up failed. */
  readonly find: (text: string) => Promise<readonly SearchOption[] | null>;
  readonly onChange: (chosen: readonly SearchOption[]) => void;
}

/** Things that are found by a part of their name and chosen one after the other, or one of them. */
export const SearchSelect = (props: Props) => {
  const { id, label, placeholder, hint, failure, chosen, isSingle = false, isDisabled = false, find, onChange } = props;
  const [found, setFound] = useState<readonly SearchOption[]>([]);
  const [isLoading, setLoading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const look = async (text: string) => {
    setLoading(true);
    const options = await find(text);
    // An answer to what was typed before says nothing any more.
    if (asked.current !== text) return;
    setLoading(false);
    setFailed(options === null);
    if (options !== null) setFound(options);
  };
  const type = (value: unknown) => {
    const text = String(value ?? '').trim();
    if (text === asked.current) return;
    asked.current = text;
    clearTimeout(timer.current);
    if (text === '') setLoading(false);
    else timer.current = setTimeout(() => void look(text), pause);
  };

  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        isMulti={!isSingle}
        isDisabled={isDisabled}
        isClearable
        isSearchable
        isLoading={isLoading}
        placeholder={placeholder}
        options={found}
        value={isSingle ? (chosen[0] ?? null) : chosen}
        onInputChange={type}
        onChange={(options: readonly SearchOption[] | SearchOption | null) => onChange(toList(options))}
      />
      <HelperMessage>{hasFailed ? failure : hint}</HelperMessage>
    </Stack>
  );
};

function toList(options: readonly SearchOption[] | SearchOption | null): readonly SearchOption[] {
  if (options === null) return [];
  return 'value' in options ? [options] : options;
}
