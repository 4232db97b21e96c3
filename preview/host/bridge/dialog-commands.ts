import type { Call, Command } from './call';
import type { FlagOptions } from './view-host';

function openModal({ data, host }: Call): boolean {
  // Null is the view's own resource; the page knows modules only, so that it cannot find another one.
  if (data['resource'] !== null) return false;
  host.openModal({
    size: typeof data['size'] === 'string' ? data['size'] : 'medium',
    title: String(data['title'] ?? ''),
    context: data['context'],
    closeOnEscape: data['closeOnEscape'] !== false,
    closeOnOverlayClick: data['closeOnOverlayClick'] !== false,
    onClose: (payload) => (data['onClose'] as ((payload?: unknown) => void) | undefined)?.(payload),
  });
  return true;
}

function close({ sent, host }: Call): boolean {
  host.close?.(sent);
  return host.close !== null;
}

function onClose({ sent, host }: Call): boolean {
  host.onClose?.(sent as () => void);
  return host.onClose !== null;
}

function submit({ sent, host }: Call): boolean {
  host.submit?.(sent);
  return host.submit !== null;
}

function showFlag({ data, host }: Call): true {
  host.showFlag(data as unknown as FlagOptions);
  return true;
}

function closeFlag({ data, host }: Call): true {
  host.closeFlag(String(data['id']));
  return true;
}

export const dialogCommands: Readonly<Record<string, Command>> = {
  openModal,
  close,
  onClose,
  submit,
  showFlag,
  closeFlag,
};
