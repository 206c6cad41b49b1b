import type { Facts } from '../cleaning/result.ts';
import type { Answers, Question } from '../model.ts';
import type { Message } from '../reading/model.ts';
import { messageOf } from '../say.ts';

/** Collects everything that is to be said of one workbook; nothing stops at the first problem. */
export class Finder {
  readonly messages: Message[] = [];
  readonly questions: Question[] = [];
  readonly answers: Answers;

  constructor(answers: Answers = {}) {
    this.answers = answers;
  }

  say(sheet: string, cell: string, code: string, facts: Facts): Message {
    const message = messageOf({ sheet, cell }, code, facts);
    this.messages.push(message);
    return message;
  }

  add(messages: readonly Message[]): void {
    this.messages.push(...messages);
  }

  /** A question is asked once per column; its answer holds for the whole column. */
  ask(question: Question): void {
    const isAsked = this.questions.some((one) => one.key === question.key && one.code === question.code);
    if (!isAsked) this.questions.push(question);
  }

  hasErrors(): boolean {
    return this.messages.some((message) => message.severity === 'error');
  }
}
