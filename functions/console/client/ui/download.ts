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
