/** How far something is that the service makes in the background. */
import { useFormat } from './app-context.ts';

interface MakingProps {
  /** 0 to 1. */
  progress: number;
  say: (percent: string) => string;
  lead: string;
}

export function Making({ progress, say, lead }: MakingProps) {
  const { percent } = useFormat();
  const said = say(percent(progress));
  return (
    <div class="making">
      <p role="status">{said}</p>
      <progress value={progress} max={1} aria-label={said} />
      <p class="quiet small">{lead}</p>
    </div>
  );
}
