/** The page around everything. Its paths are Jira's own (`/browse/WEB-1`), so every page of the site is this one. */
export const hostPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aside preview</title>
<link rel="icon" href="/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/main.css">
<script type="module" src="/assets/main.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;

/** The frame that a view runs in. It shows nothing itself: the view's document is drawn by the page around it. */
export const framePage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>View</title></head>
<body><script src="view.js"></script></body>
</html>
`;

/** The preview's own mark: a sheet of paper folded to a boat. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
<rect width="24" height="24" rx="6" fill="#0c66e4"/>
<path fill="#fff" d="M12 4.5 17 13H7zM3.8 14h16.4l-2.6 4.6a1.8 1.8 0 0 1-1.6.9H8a1.8 1.8 0 0 1-1.6-.9z"/>
</svg>
`;

/** Nothing is loaded from elsewhere. Atlaskit writes style elements, hence the inline styles. */
export const securityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
