import SearchIcon from '@atlaskit/icon/core/search';
import React, { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { BootIssue } from '../../wire/wire';
import { IssueTypeIcon } from '../issues/issue-icons';
import { fetchBoot } from '../session/server';
import { useShell } from '../shell/shell';
import { fill, useTexts } from '../texts/language';

const mostShown = 8;

/** The field at the top: work items by key or by words of their summary, as the person of this tab sees them. */
export function QuickSearch(): ReactElement {
  const { session, navigate } = useShell();
  const texts = useTexts();
  const [text, setText] = useState('');
  const [issues, setIssues] = useState<readonly BootIssue[]>([]);
  const [chosen, setChosen] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    fetchBoot(session).then(
      (boot) => setIssues(boot.issues),
      () => setIssues([]),
    );
    const onPress = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen, session]);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : issues
          .filter(({ key, summary }) => words.every((word) => `${key} ${summary}`.toLowerCase().includes(word)))
          .slice(0, mostShown);
  const open = (issue: BootIssue | undefined): void => {
    if (issue === undefined) return;
    setIsOpen(false);
    setText('');
    navigate(`/browse/${issue.key}`);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setIsOpen(false);
    if (event.key === 'Enter') open(found[chosen]);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setChosen((now) => Math.min(Math.max(now + step, 0), Math.max(found.length - 1, 0)));
  };
  const isShown = isOpen && words.length > 0;
  return (
    <search className="quick-search" ref={place}>
      <SearchIcon label="" />
      <input
        type="text"
        role="combobox"
        aria-label={texts.searchHint}
        aria-expanded={isShown}
        aria-controls={id}
        aria-autocomplete="list"
        {...(isShown && found[chosen] !== undefined ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
        placeholder={texts.search}
        value={text}
        onFocus={() => setIsOpen(true)}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          setIsOpen(true);
        }}
      />
      <div id={id} role="listbox" aria-label={texts.searchResults} className="quick-search-results" hidden={!isShown}>
        {found.map((issue, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as for every combobox
          <div
            key={issue.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => open(issue)}
          >
            <IssueTypeIcon type={issue.type} />
            <span className="subtle">{issue.key}</span>
            <span>{issue.summary}</span>
          </div>
        ))}
      </div>
      {isShown && found.length === 0 ? (
        <p className="quick-search-results quick-search-nothing" role="status">
          {fill(texts.nothingFound, text.trim())}
        </p>
      ) : null}
    </search>
  );
}
