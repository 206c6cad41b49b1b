import { roleNames } from '#platform/auth/messages.vi.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { text } from '../messages.vi.ts';
import type { OrphanedTask } from '../model.ts';

/** What waits, and who is missing to do it. */
export function OrphanTable({ tasks }: { tasks: readonly OrphanedTask[] }) {
  return (
    <TableBox label={text.orphans.title}>
      <table>
        <thead>
          <tr>
            {text.orphans.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ unit, role, task, href }) => (
            <tr key={`${unit.scope} ${role} ${task}`}>
              <th scope="row">{unit.name}</th>
              <td>
                <a href={href}>{task}</a>
              </td>
              <td>{roleNames[role]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
