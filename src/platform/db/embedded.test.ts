import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testSystem } from '#platform/testing/system.ts';

const system = await testSystem();

test('the application sorts Vietnamese names as a dictionary does', async () => {
  const rows = await sql<{ name: string }>`
    select name from unnest(array['Ơn', 'An', 'Đồng', 'Ân', 'Dung', 'Ăn', 'E', 'Ê']) as name order by name collate "vi-x-icu"`.execute(
    system.app.kysely,
  );

  expect(rows.rows.map((row) => row.name)).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đồng', 'E', 'Ê', 'Ơn']);
});

test('the application can neither change nor empty what is append-only', async () => {
  await expect(sql`update platform.event set kind = 'x'`.execute(system.app.kysely)).rejects.toThrow(
    /permission denied/,
  );
  await expect(sql`truncate platform.event`.execute(system.app.kysely)).rejects.toThrow(/permission denied/);
});
