/**
 * What Chromium draws its address bar's suggestions with: a page of some 400 scripts, twice for each browser of a person,
 * windows or not. It took longer than the pages that are tested.
 */
const suggestions = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI'];

/** Those that Playwright switches off (chromiumSwitches.ts of 1.65), since Chromium heeds the last list alone. */
const playwrights = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** The features of Chromium that are off in a test. One that it does not know is passed over. */
export const featuresOff = [...playwrights, ...suggestions];
