import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { ServerBuild } from 'react-router';
import { findAllianceEver, getCluster } from '#organisations/public.ts';
import { departmentIn } from '#people/public.ts';
import { countWaiting } from '#platform/access/four-eyes.server.ts';
import { isInspector, noteRefused, noteVisit } from '#platform/access/inspection.server.ts';
import { api } from '#platform/api/api.server.ts';
import { openIdDoor } from '#platform/auth/openid/door.server.ts';
import type { OpenIdProvider } from '#platform/auth/openid/provider.server.ts';
import { openIdProvider } from '#platform/auth/openid/provider.server.ts';
import { sessionCookie, tokenOf } from '#platform/auth/sessions.server.ts';
import { signIn, signInWithPasskey, signOut } from '#platform/auth/sign-in.server.ts';
import type { Clock } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Door, FindPlace } from '#platform/door.server.ts';
import { makeDoor } from '#platform/door.server.ts';
import type { Environment } from '#platform/env.server.ts';
import { watchHealth } from '#platform/health/gauges.server.ts';
import { isHttps, makeApp, ownOrigins } from '#platform/http/app.server.ts';
import type { PageRequest, SignInDoor } from '#platform/http/context.ts';
import { health, mayReadMetrics } from '#platform/http/health.server.ts';
import { requestRefusal } from '#platform/http/limits.server.ts';
import type { Metrics } from '#platform/http/metrics.server.ts';
import { makeMetrics } from '#platform/http/metrics.server.ts';
import { pages } from '#platform/http/pages.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { text as frame } from '#platform/ui/messages.vi.ts';
import type { NavItem } from '#platform/ui/page-facts.tsx';
import { alertsFor } from './alerts.ts';
import { API_SLICES } from './api.ts';
import { bodyBytesMax, costOf } from './costly.ts';
import type { DemoLoading } from './demo-loading.ts';
import { entryOf, navigationFor } from './navigation.ts';
import type { Operations } from './operations.ts';
import type { SetUp } from './set-up.ts';
import { SET_UP_PATH } from './set-up.ts';
import type { System } from './system.ts';

export interface WebParts {
  readonly system: System;
  readonly clock: Clock;
  readonly environment: Pick<Environment, 'publicUrl' | 'metricsToken' | 'openId'>;
  readonly demo: DemoLoading;
  readonly log: Logger;
  /** Keyed into the hashes of the rate limit. */
  readonly secret: string;
  readonly operations: Operations;
  readonly setUp: SetUp;
}

/** The whole web face: health, pages, assets. Does not listen yet. */
export async function makeWeb(parts: WebParts, build: ServerBuild, clientFolder: string): Promise<FastifyInstance> {
  const { publicUrl } = parts.environment;
  const metrics = makeMetrics();
  watchHealth(metrics.registry, parts.operations.gauges);
  const app = await makeApp({ log: parts.log, metrics, publicUrl, clientFolder });
  await health(app, {
    metrics,
    loading: parts.demo.facts,
    ping: async () => await sql`select 1`.execute(parts.system.app.kysely),
    mayReadMetrics: (request) => mayReadMetrics(request, parts.environment),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/' && (await parts.setUp.isOpen())) return reply.redirect(SET_UP_PATH);
    return undefined;
  });
  const door = makeDoor(parts.system, findPlace);
  const isSecure = (request: FastifyRequest) => isHttps(request, publicUrl);
  const tooMany = async (request: FastifyRequest, ctx: Ctx) => {
    const kind = costOf(request.method, decodedPath(request.url));
    return kind && (await requestRefusal(ctx, { kind, address: request.ip, secret: parts.secret }));
  };
  const origins = (request: FastifyRequest) => ownOrigins(request, publicUrl);
  await app.register(api, {
    prefix: '/api',
    slices: API_SLICES,
    enter: async (request: FastifyRequest) => {
      const token = tokenOf(request.headers.cookie, isHttps(request, publicUrl));
      return (await door(token, parts.clock())).ctx;
    },
    ownOrigins: origins,
    tooMany,
  });
  const enter = makeEnter(parts, door, metrics, pagesOf(build));
  await app.register(pages, {
    build,
    enter,
    ownOrigins: origins,
    isHttps: isSecure,
    bodyBytesMax,
    tooMany,
  });
  return app;
}

/** Names of clusters and alliances for the door. */
export const findPlace: FindPlace = async (db, scope, on) => {
  const [kind, code = ''] = scope.split(':', 2);
  if (kind === 'department') {
    const [alliance = '', department = ''] = code.split('/', 2);
    const found = await findAllianceEver(db, alliance, on);
    return found && { name: departmentIn(department, found.name), covers: [] };
  }
  if (kind === 'cluster') {
    const cluster = await getCluster(db, code, on).catch(() => undefined);
    return (
      cluster && { name: cluster.shortName, covers: cluster.members.map((unit) => `alliance:${unit.code}` as const) }
    );
  }
  const alliance = kind === 'alliance' ? await findAllianceEver(db, code, on) : undefined;
  return alliance && { name: alliance.name, covers: [] };
};

function makeEnter(parts: WebParts, door: Door, metrics: Metrics, exists: (href: string) => boolean) {
  const { openId } = parts.environment;
  const provider = openId ? openIdProvider(openId) : null;
  return async (request: FastifyRequest): Promise<Omit<PageRequest, 'turnedAway'>> => {
    const isSecure = isHttps(request, parts.environment.publicUrl);
    const sessionToken = tokenOf(request.headers.cookie, isSecure);
    const { ctx, place, own } = await door(sessionToken, parts.clock());
    const path = decodedPath(request.url);
    const isOffice = /^\/van-phong(\/|$)/.test(path);
    if (isOffice && request.method === 'GET' && isInspector(ctx.actor)) await noteVisit(ctx, path);
    const nav = navigationFor(ctx.actor, exists, isOffice ? await countWaiting(ctx) : 0);
    return {
      ctx,
      own,
      sessionToken,
      ...callerOf(request),
      log: request.log,
      facts: {
        requestId: request.id,
        path,
        signedIn: place === null ? null : { name: ctx.actor.name, place },
        nav,
        entry: entryOf(path),
        watermark: isOffice && isInspector(ctx.actor) ? watermarkOf(ctx, place ?? '') : null,
        alerts: isOffice
          ? await alertsFor(ctx, {
              operations: parts.operations,
              isDemo: parts.demo.isDemo,
              isHome: entryOf(path) === firstHref(nav),
            })
          : [],
        isDemo: parts.demo.isDemo(),
        loading: parts.demo.facts(),
      },
      operations: {
        health: parts.operations.health,
        setUp: parts.setUp.door(request.headers.cookie, isSecure),
      },
      noteRefused: async (refusal) => await noteRefused(ctx, path, refusal),
      signIn: signInDoor(parts, metrics, request, provider),
    };
  };
}

function signInDoor(
  parts: WebParts,
  metrics: Metrics,
  request: FastifyRequest,
  provider: OpenIdProvider | null,
): SignInDoor {
  const { secret } = parts;
  const { publicUrl } = parts.environment;
  const isSecure = isHttps(request, publicUrl);
  const origin = publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`;
  const site = { origin, host: URL.canParse(origin) ? new URL(origin).hostname : '' };
  const local = provider?.isOnly ? 'break-glass' : 'everybody';
  const counted = async (ctx: Ctx, open: () => Promise<string>) => {
    const token = await open().catch((error) => {
      metrics.countSignIn('refused');
      throw error;
    });
    metrics.countSignIn('opened');
    // Whoever signs in anew in this browser leaves no second session behind.
    const earlier = tokenOf(request.headers.cookie, isSecure);
    if (earlier) await signOut(ctx, earlier);
    return sessionCookie(token, isSecure);
  };
  return {
    open: async (ctx, attempt) => await counted(ctx, async () => await signIn(ctx, attempt, secret, local)),
    openWithPasskey: async (ctx, attempt) =>
      await counted(ctx, async () => await signInWithPasskey(ctx, attempt, { secret, site, now: ctx.now }, local)),
    openId:
      provider &&
      openIdDoor(provider, {
        ...callerOf(request),
        secret,
        isHttps: isSecure,
        publicUrl,
        origin,
        cookies: request.headers.cookie,
        counted,
      }),
    async close(ctx, token) {
      if (token) await signOut(ctx, token);
      return sessionCookie(null, isSecure);
    },
    keep: (token) => sessionCookie(token, isSecure),
    secret,
    site,
  };
}

function callerOf(request: FastifyRequest) {
  return { address: request.ip, userAgent: String(request.headers['user-agent'] ?? '') };
}

function watermarkOf({ actor, now }: Ctx, place: string): string {
  return frame.watermark(actor.name, place, formatMoment(now));
}

/** Where the office home leads a person. */
function firstHref(nav: readonly NavItem[]): string | undefined {
  return nav[0]?.below[0]?.href ?? nav[0]?.href;
}

function decodedPath(url: string): string {
  const pathname = url.split('?', 1)[0] ?? '/';
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Whether the address has a page of its own; addresses with parts that vary do not count. */
function pagesOf(build: ServerBuild): (href: string) => boolean {
  const paths = new Set(pathsOf(build));
  return (href) => paths.has(href);
}

function pathsOf(build: ServerBuild): readonly string[] {
  const pathOf = (id: string | undefined): string => {
    const route = id ? build.routes[id] : undefined;
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1') : '';
  };
  return Object.values(build.routes).flatMap((route) =>
    route && !route.path?.includes(':') && !route.path?.includes('*') ? [pathOf(route.id)] : [],
  );
}
