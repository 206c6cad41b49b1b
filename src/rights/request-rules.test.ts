import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { ActOfRequest, DataRequest, Hold, RequestAct, RequestId } from './model.ts';
import { actRefusal, actsOpen, attemptsRefusal, clockOf, clocksOf, pausesOf } from './request-rules.ts';

const day = isoDate;
const holidays = new Set(['2026-04-30', '2026-05-01']);
const TWO_WORKING = { days: 2, isWorking: true };
const TEN = { days: 10, isWorking: false };

function act(name: RequestAct, on: string): ActOfRequest {
  return { act: name, note: 'x', ground: 'x', actedAt: new Date(`${on}T03:00:00Z`), actedBy: 'Cán bộ' };
}

function aRequest(says: Partial<DataRequest> = {}): DataRequest {
  return {
    id: 'r' as RequestId,
    code: 'abcd',
    kind: 'delete',
    allianceId: null,
    allianceCode: null,
    organisationId: null,
    wish: 'Xóa số điện thoại',
    requesterName: '',
    contact: '',
    receivedAt: new Date('2026-03-02T03:00:00Z'),
    closedAt: null,
    outcome: null,
    erasedAt: null,
    acts: [],
    ...says,
  };
}

const hold: Hold = {
  id: 'h' as Hold['id'],
  organisationId: 'o',
  kind: 'award',
  reason: 'Quyết định khen thưởng số 12',
  ground: 'Luật 06/2022/QH15',
};

test.each([
  { why: 'on the day of receipt', today: '2026-03-02', state: 'running', left: 2 },
  { why: 'the day before the last', today: '2026-03-03', state: 'soon', left: 1 },
  { why: 'on the last day', today: '2026-03-04', state: 'soon', left: 0 },
  { why: 'one day after', today: '2026-03-05', state: 'overdue', left: -1 },
])('PDP-04 two working days from a Monday, $why', ({ today, state, left }) => {
  const clock = clockOf({
    receivedOn: day('2026-03-02'),
    term: TWO_WORKING,
    pauses: [],
    today: day(today),
    doneOn: null,
    holidays,
  });

  expect(clock).toEqual({ dueOn: '2026-03-04', state, left });
});

test.each([
  {
    why: 'received on a Friday, the weekend does not count',
    receivedOn: '2026-03-06',
    term: TWO_WORKING,
    dueOn: '2026-03-10',
  },
  { why: 'received on a Saturday', receivedOn: '2026-03-07', term: TWO_WORKING, dueOn: '2026-03-10' },
  { why: 'before two holidays and a weekend', receivedOn: '2026-04-29', term: TWO_WORKING, dueOn: '2026-05-05' },
  { why: 'days of the calendar count all of them', receivedOn: '2026-04-29', term: TEN, dueOn: '2026-05-09' },
])('PDP-04 $why', ({ receivedOn, term, dueOn }) => {
  const common = { receivedOn: day(receivedOn), term, pauses: [], doneOn: null, holidays };

  expect(clockOf({ ...common, today: day(receivedOn) }).dueOn).toBe(dueOn);
  expect(clockOf({ ...common, today: day(dueOn) }).state).not.toBe('overdue');
});

test('PDP-04 the clock pauses for proof of identity and for nothing else', () => {
  const acts = [act('acknowledge', '2026-03-03'), act('ask-identity', '2026-03-04'), act('extend', '2026-03-05')];

  expect(pausesOf(acts)).toEqual([{ from: '2026-03-04', until: null }]);
  expect(pausesOf([act('acknowledge', '2026-03-03'), act('extend', '2026-03-04')])).toEqual([]);
  expect(pausesOf([...acts, act('prove-identity', '2026-03-09')])).toEqual([
    { from: '2026-03-04', until: '2026-03-09' },
  ]);
});

test('PDP-04 while it stands still there is no due day; then it goes on with what was left', () => {
  const common = { receivedOn: day('2026-03-02'), term: TEN, doneOn: null, holidays };
  const paused = clockOf({ ...common, pauses: [{ from: day('2026-03-05'), until: null }], today: day('2026-04-20') });
  const resumed = clockOf({
    ...common,
    pauses: [{ from: day('2026-03-05'), until: day('2026-03-15') }],
    today: day('2026-03-16'),
  });

  expect(paused).toEqual({ dueOn: null, state: 'paused', left: 7 });
  expect(resumed).toEqual({ dueOn: '2026-03-22', state: 'running', left: 6 });
});

test.each([
  { why: 'on the last day is in time', doneOn: '2026-03-04', state: 'met' },
  { why: 'the day after is late', doneOn: '2026-03-05', state: 'missed' },
])('PDP-04 an answer $why, however late one looks', ({ doneOn, state }) => {
  const acts = [act('acknowledge', doneOn)];
  const terms = { answer: TWO_WORKING, execute: TEN, extendDays: 15 };

  expect(clocksOf(aRequest({ acts }), terms, day('2026-12-01'), holidays).answer.state).toBe(state);
});

test('PDP-04 the doing may be put off once, by the days of the rule', () => {
  const terms = { answer: TWO_WORKING, execute: TEN, extendDays: 15 };
  const extended = aRequest({ acts: [act('extend', '2026-03-10')] });

  expect(clocksOf(aRequest(), terms, day('2026-03-02'), holidays).execute.dueOn).toBe('2026-03-12');
  expect(clocksOf(extended, terms, day('2026-03-11'), holidays).execute.dueOn).toBe('2026-03-27');
  expect(actsOpen(extended, [], 15)).not.toContain('extend');
  expect(actsOpen(aRequest(), [], 0)).not.toContain('extend');
});

test('PDP-04 under a legal hold a deletion can be done in part with a reason, and in no other way', () => {
  const open = actsOpen(aRequest(), [hold], 15);
  const wanted = (name: RequestAct, ground = 'Luật 06/2022/QH15') =>
    actRefusal(aRequest(), [hold], 15, { act: name, note: 'Giữ quyết định', ground });

  expect(open.filter((name) => ['answer', 'answer-in-part', 'refuse'].includes(name))).toEqual(['answer-in-part']);
  expect(wanted('answer')).toMatchObject({ code: 'rights.request.held', law: hold.ground });
  expect(wanted('refuse')).toMatchObject({ code: 'rights.request.held' });
  expect(wanted('answer-in-part', '')).toMatchObject({ code: 'rights.request.ground-needed' });
  expect(wanted('answer-in-part')).toBeUndefined();
});

test('PDP-04 a hold stands against what would remove data, not against seeing or correcting them', () => {
  expect(actsOpen(aRequest({ kind: 'view' }), [hold], 15)).toContain('answer');
  expect(actsOpen(aRequest({ kind: 'correct' }), [hold], 15)).toContain('refuse');
  expect(actsOpen(aRequest({ kind: 'object' }), [hold], 15)).not.toContain('answer');
});

test('PDP-04 a refusal without a ground, a proof without its way, and anything after the end are refused', () => {
  const closed = aRequest({ closedAt: new Date('2026-03-04T03:00:00Z') });
  const waiting = aRequest({ acts: [act('ask-identity', '2026-03-03')] });

  expect(actRefusal(aRequest(), [], 15, { act: 'refuse', note: 'Không có dữ liệu', ground: '' })).toMatchObject({
    code: 'rights.request.ground-needed',
  });
  expect(actRefusal(waiting, [], 15, { act: 'prove-identity', note: '', ground: '' })).toMatchObject({
    code: 'rights.request.note-needed',
  });
  expect(actRefusal(waiting, [], 15, { act: 'answer', note: 'x', ground: '' })).toMatchObject({
    code: 'rights.request.not-now',
  });
  expect(actRefusal(closed, [], 15, { act: 'acknowledge', note: '', ground: '' })).toMatchObject({
    code: 'rights.request.closed',
  });
});

test('PDP-04 a sender may ask twenty times within the hour', () => {
  expect([19, 20, 21].map((attempts) => attemptsRefusal(attempts)?.code)).toEqual([
    undefined,
    'rights.request.too-many',
    'rights.request.too-many',
  ]);
});
