/** What the demo prints: sentences, a progress bar on a terminal, tables. */

export interface Screen {
  say(text: string): void;
  /** A headline with its number. */
  step(title: string): void;
  /** Lines that belong together, such as a table. */
  show(lines: readonly string[]): void;
  /** Moves the bar of a piece of work; at 1 it is done. Without a terminal only the end is printed. */
  progress(label: string, share: number): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const barWidth = 30;
const eraseLine = '\r\x1b[K';

/** `Sending [██████········]  20 %` */
export function drawBar(label: string, share: number): string {
  const part = Math.min(1, Math.max(0, share));
  const full = Math.floor(part * barWidth);
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `  ${label.padEnd(24)} [${'█'.repeat(full)}${'·'.repeat(barWidth - full)}] ${percent} %`;
}

/** Prints to a terminal or, without escapes, to whatever else reads. @param steps number of headlines to come */
export function createScreen(output: Output, steps: number): Screen {
  let step = 0;
  let isBarOpen = false;
  const write = (line: string) => {
    output.write(`${isBarOpen ? eraseLine : ''}${line}\n`);
    isBarOpen = false;
  };
  return {
    say: (text) => write(`  ${text}`),
    step: (title) => {
      step += 1;
      write(`\n[${step}/${steps}] ${title}`);
    },
    show: (lines) => {
      for (const line of lines) write(`  ${line}`.trimEnd());
    },
    progress: (label, share) => {
      if (share >= 1) return write(drawBar(label, 1));
      if (!output.isTTY) return;
      output.write(`${eraseLine}${drawBar(label, share)}`);
      isBarOpen = true;
    },
  };
}
