/** Puts a text into the reader's downloads: the API needs the token, which a plain link would not send. */

/** @param type media type of the file */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The browser takes it off what it reads; without it Excel takes the file for another encoding. */
const byteOrderMark = '\uFEFF';

export function downloadCsv(name: string, table: string): void {
  const marked = table.startsWith(byteOrderMark) ? table : `${byteOrderMark}${table}`;
  download(name, 'text/csv;charset=utf-8', marked);
}
