import { migrations } from '../../../src/service/store/migrations/migrations';
import { splitScript } from '../../../src/service/store/migrations/split-script';

// A change of a table keeps its readers away until the migration is whole, so that it may not take as long as rows do.
test.each(migrations.filter(({ name }) => name > '0020-quiet'))(
  '$name changes the table of messages or looks through it, not both',
  ({ sql }) => {
    const statements = splitScript(sql).map((one) => one.replaceAll(/--.*/g, '').trim());
    const changes = statements.filter((one) => /^alter table message\b/.test(one));
    const looks = statements.filter((one) => /^(update|delete from|create( unique)? index .* on) message\b/.test(one));
    expect(changes.length === 0 || looks.length === 0).toBe(true);
    expect(changes.length + looks.length).toBe(statements.length);
  },
);
