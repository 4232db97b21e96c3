import { parseAddress } from '../../../../src/app/views/settings/parse-address';

test.each([
  ['https://aside.example.com', 'https://aside.example.com'],
  [' https://Aside.example.com/ ', 'https://aside.example.com'],
  ['https://example.com:8443/aside/', 'https://example.com:8443/aside'],
  ['http://127.0.0.1:3001/', 'http://127.0.0.1:3001'],
  ['https://', null],
  ['https://user@example.com', null],
  ['https://example.com/?a=1', null],
  ['https://example.com/#a', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the address in %s is %s', (text, address) => {
  expect(parseAddress(text)).toBe(address);
});
