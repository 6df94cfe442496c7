import { executeServerCommand, resetMouse } from '@web/test-runner-commands';

/** A point of the page's viewport, in CSS px. */
export type Point = readonly [x: number, y: number];

/** Runs one of the runner's commands; false where the engine can't do it. */
async function can(command: string, payload?: unknown): Promise<boolean> {
  return (await executeServerCommand(`tv:${command}`, payload)) !== 'unsupported';
}

/** Presses the mouse at one point, moves it in steps, and releases it at another. */
export const drag = (from: Point, to: Point, steps = 8) => can('drag', { from, to, steps });

/** Turns the wheel over a point; `ctrl` holds the Control key meanwhile (false in WebKit). */
export const wheel = (at: Point, turn: { deltaX?: number; deltaY?: number; ctrl?: boolean }) =>
  can('wheel', { at, ...turn });

/** Presses keys one after the other, each alone or in combination: `keys('Tab', 'Shift+Tab', '+')`. */
export const keys = (...combos: string[]) => can('keys', combos);

/** Two fingers whose distance goes from `from` to `to` px around a centre. False in WebKit. */
export const pinch = (center: Point, from: number, to: number, steps = 8) =>
  can('pinch', { center, from, to, steps });

/** What to put back when the file is done: command → neutral payload. */
const undo = new Map<string, unknown>();

/** Sets the page's time zone; null puts the machine's back. False in WebKit. Undone after the file. */
export const timezone = (zone: string | null) => {
  undo.set('timezone', null);
  return can('timezone', zone);
};

/** Names of media features and their values, and `media: 'print'`. */
export type Media = Readonly<Record<string, string>>;

/** Emulates media features: `media({ 'prefers-color-scheme': 'dark' })`. False but in Chromium. Undone after the file. */
export const media = (features: Media) => {
  undo.set('media', {});
  return can('media', features);
};

/** Sets the size of the page. Each test file begins with 800 × 600. */
export const viewport = (size: { width: number; height: number }) => can('viewport', size);

/** Red, green and blue, each from 0 to 255, of a place in the viewport, in CSS px. */
export type Pixels = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** The viewport as it is painted now. */
export async function screenshot(): Promise<Pixels> {
  const image = new Image();
  image.src = `data:image/png;base64,${await executeServerCommand<string, undefined>('tv:screenshot')}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const scale = image.width / innerWidth;
  return (x, y) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.floor(x * scale),
      Math.floor(y * scale),
      1,
      1,
    ).data;
    return [red, green, blue];
  };
}

/** Name and version of the browser. */
export const engine = () => executeServerCommand<string, undefined>('tv:engine');

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** Which of the three engines the test runs in. */
export const engineName = (): EngineName =>
  navigator.userAgent.includes('Firefox/')
    ? 'firefox'
    : navigator.userAgent.includes('Chrome/')
      ? 'chromium'
      : 'webkit';

async function ask<Result>(command: string, payload?: unknown): Promise<Result> {
  type Answer = { result: Result; error?: string };
  const { result, error } = await executeServerCommand<Answer, unknown>(`tv:${command}`, payload);
  if (error) throw new Error(error);
  return result;
}

/** Text of a file, by its path from the top of the repository or below `../shared`; null where there is none. */
export const readText = (path: string) => ask<string | null>('file', path);

/** Paths of all files in a folder and below; null where there is no such folder. */
export const listFiles = (folder: string) => ask<string[] | null>('list', folder);

/** The engines of this run, in the same order in each. */
export const enginesTested = () => ask<EngineName[]>('engines');

/** How many steps at random are taken: few where all is tested, 5,000 in `npm run test:long`. */
export const monkeySteps = () => ask<number>('monkeySteps');

/** The time zone that the browser was started in; null where it has the machine's. */
export const startZone = () => ask<string | null>('zone');

/** The text that was noted first under this name in this run, and the browser it comes from: what all must say. */
export const firstNoted = (name: string, text: string) =>
  ask<{ text: string; by: string }>('note', { name, text });

/** What assistive technology is told of the page, a line for each thing. In Chromium alone. */
export const accessibilityTree = () => executeServerCommand<string, undefined>('tv:accessibility');

/** How a text is unlike the one that test/golden keeps under a name; empty where it is like it. */
export const unlikeGoldenText = (name: string, text: string) =>
  ask<string>('unlikeGoldenText', { name, text });

/** How an element looks unlike the picture that test/golden keeps under a name; empty where it looks like it. */
export async function unlikeGoldenPicture(name: string, element: Element): Promise<string> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const clip = { x, y, width: Math.ceil(width), height: Math.ceil(height) };
  const command = 'tv:unlikeGoldenPicture';
  return (await executeServerCommand<{ unlike: string }, unknown>(command, { name, clip })).unlike;
}

// Pages are used again by the next test file, which must not find the pointer or the emulation of this one.
after(async () => {
  for (const [command, payload] of undo) await can(command, payload);
  await resetMouse();
});
