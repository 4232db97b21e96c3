/**
 * The props that @forge/react declares of each component that the preview draws. The platform draws no others, so that a view
 * that leans on one (a key, a scroll position, `dir`) is told so here. A test holds this table against the package's types;
 * `documentWithoutMedia` is what its AdfRenderer adds.
 */
const declared: Readonly<Record<string, string>> = {
  AdfRenderer: 'document documentWithoutMedia replaceUnsupportedNode',
  Badge: 'appearance max testId',
  Bleed: 'all block inline testId',
  Box: [
    'backgroundColor padding paddingBlock paddingBlockEnd paddingBlockStart paddingInline',
    'paddingInlineEnd paddingInlineStart role testId xcss',
  ].join(' '),
  Button: [
    'appearance autoFocus iconAfter iconBefore isDisabled isSelected onBlur onClick onFocus',
    'shouldFitContainer spacing testId type',
  ].join(' '),
  ButtonGroup: 'appearance label testId titleId',
  Checkbox: [
    'aria-invalid aria-labelledby defaultChecked id isChecked isDisabled isIndeterminate isInvalid',
    'isRequired label name onBlur onChange onFocus testId value',
  ].join(' '),
  CheckboxGroup: 'defaultValue description isDisabled isRequired items label name onChange options value',
  Code: 'testId',
  CodeBlock: [
    'highlight highlightedEndText highlightedStartText language shouldWrapLongLines showLineNumbers',
    'testId text',
  ].join(' '),
  Comment: [
    'actions afterContent author avatar content edited errorActions errorIconLabel headingLevel',
    'highlighted id isError isSaving restrictedTo savingText shouldHeaderWrap',
    'shouldRenderNestedCommentsInline testId time type',
  ].join(' '),
  CommentEditor: 'defaultValue features isDisabled onCancel onChange onSave',
  DatePicker: [
    'appearance aria-invalid aria-labelledby autoFocus dateFormat defaultIsOpen defaultValue disabled id isDisabled',
    'isInvalid isOpen isRequired locale maxDate minDate name nextMonthLabel onBlur onChange onFocus placeholder',
    'previousMonthLabel selectProps shouldShowCalendarButton spacing testId value weekStartDay',
  ].join(' '),
  DynamicTable: [
    'caption defaultPage defaultSortKey defaultSortOrder emptyView head highlightedRowIndex isFixedSize',
    'isLoading isRankable label loadingSpinnerSize onRankEnd onRankStart onSetPage page paginationi18n',
    'rows rowsPerPage sortKey sortOrder testId',
  ].join(' '),
  Em: '',
  EmptyState: [
    'buttonGroupLabel description header headingLevel isLoading primaryAction secondaryAction',
    'tertiaryAction testId width',
  ].join(' '),
  ErrorMessage: 'testId',
  Form: 'onSubmit',
  FormFooter: 'align',
  FormHeader: 'description title',
  FormSection: 'description title',
  Frame: 'dispatch frameId height resource width',
  Heading: 'as color id size testId',
  HelperMessage: 'testId',
  Icon: 'color glyph label primaryColor secondaryColor size',
  Image: 'alt height size src width',
  Inline: 'alignBlock alignInline grow rowSpace separator shouldWrap space spread testId',
  InlineEdit: [
    'cancelButtonLabel confirmButtonLabel defaultValue editButtonLabel editLabel editView',
    'hideActionButtons isEditing isRequired keepEditViewOpenOnBlur label onCancel onConfirm onEdit',
    'readView readViewFitContainerWidth startWithEditViewOpen testId validate',
  ].join(' '),
  Label: 'id labelFor testId',
  Link: 'href openNewTab',
  LinkButton: [
    'appearance autoFocus href isDisabled isSelected onBlur onClick onFocus ref shouldFitContainer',
    'spacing target testId',
  ].join(' '),
  List: 'type',
  ListItem: '',
  LoadingButton: [
    'appearance autoFocus isDisabled isLoading isSelected onBlur onClick onFocus shouldFitContainer',
    'spacing testId type',
  ].join(' '),
  Lozenge: 'appearance isBold maxWidth testId',
  Modal: 'autoFocus height icon label onClose shouldScrollInViewport testId title width',
  ModalBody: 'hasInlinePadding testId',
  ModalFooter: 'testId',
  ModalHeader: 'testId',
  ModalTitle: 'appearance isMultiline testId',
  ModalTransition: '',
  Popup: [
    'appearance autoFocus boundary content fallbackPlacements id isOpen label modifiers onClose placement',
    'role rootBoundary shouldDisableFocusLock shouldFitContainer shouldFitViewport shouldFlip',
    'shouldIgnoreCloseEvent shouldRenderToParent shouldReturnFocus shouldUseCaptureOnOutsideClick',
    'strategy testId titleId trigger xcss',
  ].join(' '),
  Pressable: [
    'backgroundColor isDisabled onClick padding paddingBlock paddingBlockEnd paddingBlockStart',
    'paddingInline paddingInlineEnd paddingInlineStart testId xcss',
  ].join(' '),
  ProgressBar: 'appearance ariaLabel isIndeterminate testId value',
  ProgressTracker: 'animated items label spacing testId',
  Radio: [
    'aria-invalid aria-labelledby ariaLabel id isChecked isDisabled isInvalid isRequired label name',
    'onBlur onChange onFocus onInvalid testId value',
  ].join(' '),
  RadioGroup: [
    'aria-labelledby defaultValue isDisabled isInvalid isRequired name onChange onInvalid options testId',
    'value',
  ].join(' '),
  RequiredAsterisk: '',
  SectionMessage: 'actions appearance testId title',
  SectionMessageAction: 'href onClick testId',
  Select: [
    'appearance autoFocus closeMenuOnScroll closeMenuOnSelect defaultInputValue defaultMenuIsOpen',
    'defaultValue id inputId inputValue isClearable isDisabled isInvalid isLoading isMulti isRequired',
    'isSearchable menuIsOpen name onBlur onChange onFocus onInputChange openMenuOnFocus options',
    'placeholder spacing testId value',
  ].join(' '),
  Spinner: 'appearance delay label size testId',
  Stack: 'alignBlock alignInline grow space spread testId',
  Strike: '',
  Strong: '',
  Tab: 'testId',
  TabList: '',
  TabPanel: 'testId',
  Tabs: 'defaultSelected id onChange selected shouldUnmountTabPanelOnChange testId',
  Tag: [
    'appearance color elemBefore href isRemovable onAfterRemoveAction onBeforeRemoveAction',
    'removeButtonLabel testId text',
  ].join(' '),
  TagGroup: 'alignment',
  Text: 'align as color maxLines size testId weight',
  TextArea: [
    'appearance aria-invalid aria-labelledby autoFocus defaultValue id isCompact isDisabled isInvalid',
    'isMonospaced isReadOnly isRequired maxHeight maxLength minLength minimumRows name onBlur onChange',
    'onFocus placeholder resize spellCheck testId value',
  ].join(' '),
  Textfield: [
    'appearance aria-invalid aria-labelledby autoFocus defaultValue elemAfterInput elemBeforeInput id',
    'isCompact isDisabled isInvalid isMonospaced isReadOnly isRequired max maxLength min minLength name',
    'onBlur onChange onFocus pattern placeholder testId type value width',
  ].join(' '),
  Toggle: 'defaultChecked id isChecked isDisabled label name onBlur onChange onFocus size testId value',
  Tooltip: 'content delay mousePosition position testId truncate',
  User: 'accountId hideDisplayName',
  UserGroup: '',
  UserPicker: 'defaultValue description isMulti isRequired label name onChange placeholder',
  ValidMessage: 'testId',
};

/** By the name that @forge/react sends. A Map: the names come from the view. */
export const declaredProps: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(declared).map(([type, names]) => [type, new Set(names.split(' ').filter((name) => name !== ''))]),
);
