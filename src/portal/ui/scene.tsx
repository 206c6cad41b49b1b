import type { SceneName } from '../model.ts';
import chairSpeaks from '../scenes/chair-speaks.svg?raw';
import deputyReports from '../scenes/deputy-reports.svg?raw';
import frame from '../scenes/frame.svg?raw';
import hall from '../scenes/hall.svg?raw';
import headSpeaks from '../scenes/head-speaks.svg?raw';

const SCENES: Readonly<Record<SceneName | 'frame', string>> = {
  hall,
  'head-speaks': headSpeaks,
  'chair-speaks': chairSpeaks,
  'deputy-reports': deputyReports,
  frame,
};

/** A drawing of our own in place of a photograph; its words are beside it, so it is hidden from screen readers. */
export function Scene({ name }: { name: SceneName | 'frame' }) {
  return <div dangerouslySetInnerHTML={{ __html: SCENES[name] }} />;
}
