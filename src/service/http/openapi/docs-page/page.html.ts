/** The page at `/docs`. What it shows comes from `/openapi.json`. */
export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aside conversation API</title>
<link rel="stylesheet" href="docs/page.css">
<script src="docs/page.js" defer></script>
</head>
<body>
<header>
  <h1>Aside conversation API <small id="version"></small></h1>
  <form id="sign-in" autocomplete="off">
    <label>Client id <input name="client_id" autocomplete="username" size="36"></label>
    <label>Client secret <input name="client_secret" type="password" autocomplete="new-password" size="20"></label>
    <button>Get a token</button>
    <label class="wide">Token <input name="token" type="password" autocomplete="new-password" placeholder="or paste one"></label>
    <output id="signed-in" role="status">It stays in this page and is gone when you close it.</output>
  </form>
</header>
<nav aria-label="Operations"></nav>
<main><noscript>This page needs JavaScript. The same is at <a href="openapi.json">openapi.json</a>.</noscript></main>
</body>
</html>
`;
