import { kept as accounts } from '#platform/auth/kept.server.ts';
import { registerKept } from '#platform/retention/kept.ts';
import { kept as portal } from '#portal/public.ts';
import { kept as rights } from '#rights/public.ts';
import { kept as workbooks } from '#workbooks/public.ts';

/** Everything that the house keeps for a time only; imported by the server and the command line. */
for (const kept of [accounts, workbooks, portal, rights]) registerKept(kept);
