import { writeWelcome } from '../../preview/start/write-welcome';

describe('what npm start prints', () => {
  const running = {
    url: 'http://localhost:3000',
    serviceUrl: 'http://127.0.0.1:3001',
    client: { client_id: 'id', client_secret: 'secret' },
  };

  it('says what of the app is not there, and nothing of it where all is', () => {
    const missing =
      'src/index.ts exports no function "settings", which manifest.yml names as the handler of "settings".';
    expect(writeWelcome({ ...running, notices: [missing] })).toContain(
      `\nNot there yet: ${missing}\n\nCtrl-C stops it.`,
    );
    expect(writeWelcome({ ...running, notices: [] })).toMatch(/\?as=bob\.\n\nCtrl-C stops it\.\n$/);
  });
});
