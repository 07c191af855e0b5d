/** Line drawings beside words; they say nothing of their own. */

const paths = {
  brand: 'M6 18V7l6 5.5L18 7v11',
  menu: 'M4 7h16M4 12h16M4 17h16',
  campaigns: 'M4 13V9l11-4v12L4 13Zm0 0 2 6h3l-1.5-5M18 9.5a3 3 0 0 1 0 4',
  templates: 'M5 4h14v5H5V4Zm0 9h6v7H5v-7Zm10 0h4v7h-4v-7Z',
  up: 'M12 19V6m-6 6 6-6 6 6',
  down: 'M12 5v13m-6-6 6 6 6-6',
  notices: 'M12 4 3 19h18L12 4Zm0 6v4m0 2.5v.01',
  people: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  rules: 'M12 4v16M6 20h12M5 8l7-2 7 2M5 8l-2.5 6h5L5 8Zm14 0-2.5 6h5L19 8Z',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
