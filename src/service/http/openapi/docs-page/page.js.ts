/**
 * The script of the page at `/docs`: it reads `/openapi.json`, shows every operation and sends what is filled in. It
 * makes elements and sets text, and never HTML, so that nothing which the API answers can become part of the page.
 */
export const pageJs = `'use strict';
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};
const write = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const show = (value) => make('pre', null, write(value));
/** What may be long scrolls by itself, also for who has no mouse. */
const showAnswer = (value, name) => make('pre', { tabindex: 0, role: 'region', 'aria-label': name }, write(value));
const signIn = document.querySelector('#sign-in');
const signedIn = document.querySelector('#signed-in');
const main = document.querySelector('main');
const nav = document.querySelector('nav');

/** What the API answers to a request for a token, in words, and whether it gave one. */
const askToken = async (client_id, client_secret) => {
  const body = JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret });
  try {
    const response = await fetch('oauth/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    const answer = await response.json().catch(() => ({ error: 'The answer was ' + response.status + ', not from this service' }));
    if (!response.ok || !answer.access_token) return { words: answer.error_description || answer.error };
    return { token: answer.access_token, words: 'A token for ' + answer.expires_in / 60 + ' minutes: ' + answer.scope };
  } catch (error) {
    return { words: 'No answer: the service cannot be reached (' + error.message + ').' };
  }
};

signIn.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { client_id, client_secret, token: field } = signIn.elements;
  const { token, words } = await askToken(client_id.value, client_secret.value);
  if (token) field.value = token;
  signedIn.className = token ? 'good' : 'bad';
  signedIn.textContent = words;
});

/** A schema with what its references point to, three levels deep. */
const unfold = (schema, api, depth) => {
  if (Array.isArray(schema)) return schema.map((one) => unfold(one, api, depth));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return depth > 2 ? name : unfold(api.components.schemas[name], api, depth + 1);
  }
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, unfold(value, api, depth)]));
};

const describeType = (schema) => {
  const range = [schema.minimum, schema.maximum].filter((bound) => bound !== undefined).join(' to ');
  const words = [schema.type || (schema.anyOf || []).map((one) => one.const).join(' | '), range];
  if (schema.default !== undefined) words.push('default ' + JSON.stringify(schema.default));
  return words.filter(Boolean).join(', ');
};

/** A value that a schema takes, to begin with: what is required, or where nothing is, the first of what there is. */
const sample = (schema, api, name) => {
  if (schema.$ref) return sample(api.components.schemas[schema.$ref.split('/').pop()], api, name);
  if (schema.examples) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf) return sample(schema.anyOf[0], api, name);
  if (schema.type === 'array') return [sample(schema.items, api, name)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum || 0;
  if (schema.type !== 'object') return '<' + (schema.description || name) + '>';
  const names = schema.required && schema.required.length ? schema.required : Object.keys(schema.properties).slice(0, 1);
  return Object.fromEntries(names.map((one) => [one, sample(schema.properties[one], api, one)]));
};

const example = (type, content, api) =>
  type === 'application/json' ? JSON.stringify(sample(content.schema, api, 'value'), null, 2) : 'Hello **Bob**';

/** What was filled in before, by name, so that nobody types a site twice. */
const filled = new Map();

const showOperation = (api, path, method, operation) => {
  const inputs = operation.parameters.map((parameter) => {
    const input = make('input', { 'aria-label': parameter.name, name: parameter.name });
    input.value = filled.get(parameter.name) || '';
    input.addEventListener('input', () => filled.set(parameter.name, input.value));
    const row = make('tr', null,
      make('td', null, make('code', null, parameter.name), parameter.required ? ' *' : ''),
      make('td', { class: 'dim' }, parameter.in),
      make('td', null, describeType(parameter.schema), make('div', { class: 'dim' }, parameter.description || parameter.schema.description || '')),
      make('td', null, input));
    return { parameter, input, row };
  });
  const { content } = operation.requestBody || { content: {} };
  const types = Object.keys(content);
  const type = make('select', { 'aria-label': 'Type of the body' }, ...types.map((one) => make('option', null, one)));
  const body = make('textarea', { 'aria-label': 'Body', spellcheck: 'false' });
  const begin = () => {
    body.value = example(type.value, content[type.value], api);
    body.rows = body.value.split('\\n').length;
  };
  if (types.length) begin();
  type.addEventListener('change', begin);
  const answer = make('div', { role: 'status' });
  const form = make('form', null,
    make('table', null,
      make('thead', null, make('tr', null, ...['name', 'in', 'type', 'value'].map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', null, ...inputs.map(({ row }) => row))),
    ...(types.length ? [type, body] : []),
    make('button', null, 'Send'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const headers = {};
    const query = new URLSearchParams();
    let target = path;
    for (const { parameter, input } of inputs) {
      const value = input.value.trim();
      if (parameter.in === 'path') target = target.replace('{' + parameter.name + '}', encodeURIComponent(value));
      else if (value === '') continue;
      else if (parameter.in === 'header') headers[parameter.name] = value;
      else for (const one of parameter.schema.type === 'array' ? value.split(/[ ,]+/) : [value]) query.append(parameter.name, one);
    }
    if (signIn.elements.token.value) headers.Authorization = 'Bearer ' + signIn.elements.token.value;
    if (types.length) headers['Content-Type'] = type.value;
    const address = target.slice(1) + (query.size ? '?' + query : '');
    const began = performance.now();
    try {
      const response = await fetch(address, { method: method.toUpperCase(), headers, ...(types.length ? { body: body.value } : {}) });
      const text = await response.text();
      const isJson = (response.headers.get('content-type') || '').startsWith('application/json');
      answer.replaceChildren(
        make('p', { class: response.ok ? 'good' : 'bad' }, response.status + ' in ' + Math.round(performance.now() - began) + ' ms'),
        text ? showAnswer(isJson ? JSON.parse(text) : text, 'Body of the answer') : '',
        make('details', null, make('summary', null, 'Headers'), showAnswer([...response.headers].map((pair) => pair.join(': ')).join('\\n'), 'Headers of the answer')));
    } catch (error) {
      answer.replaceChildren(make('p', { class: 'bad' }, 'No answer: ' + error.message));
    }
  });
  const replies = Object.entries(operation.responses).flatMap(([status, reply]) => {
    const content = reply.content && reply.content['application/json'];
    const isRefusal = Number(status) >= 400;
    return [make('p', null, make('code', null, status), ' ' + reply.description),
      ...(content && !isRefusal ? [show(unfold(content.schema, api, 0))] : [])];
  });
  const shapes = types.flatMap((one) => [make('p', null, make('code', null, one)), show(unfold(content[one].schema, api, 0))]);
  main.replaceChildren(
    make('h2', null, operation.summary),
    make('p', { class: 'path' }, make('span', { class: 'method' }, method.toUpperCase()), ' ' + path),
    make('p', { class: 'dim' }, operation.description),
    make('h3', null, 'Try it'), form, answer,
    ...(shapes.length ? [make('h3', null, 'Body'), ...shapes] : []),
    make('h3', null, 'Answers'), ...replies);
  document.title = operation.summary + ' - Aside conversation API';
};

const start = async () => {
  const api = await (await fetch('openapi.json')).json();
  document.querySelector('#version').textContent = api.info.version;
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).filter(([, operation]) => operation.operationId).map(([method, operation]) => ({ path, method, operation })));
  const links = all.map(({ method, operation }) =>
    make('a', { href: '#' + operation.operationId }, make('span', { class: 'method' }, method.toUpperCase()), operation.summary));
  nav.replaceChildren(...links);
  const choose = () => {
    const chosen = Math.max(0, all.findIndex(({ operation }) => '#' + operation.operationId === location.hash));
    links.forEach((link, index) => {
      if (index === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const { path, method, operation } = all[chosen];
    showOperation(api, path, method, operation);
  };
  addEventListener('hashchange', choose);
  choose();
};
start().catch((error) => main.replaceChildren(make('p', { class: 'bad' }, 'The API cannot be shown: ' + error.message)));
`;
