/** Parameters of a request; a list becomes `name[]=…&name[]=…`. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[]>
>;

/** The address of a path below the API's, with its parameters. */
export function urlOf(apiBaseUrl: string, path: string, query: Query): URL {
  const url = new URL(`${apiBaseUrl}${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'object') {
      value.forEach(each => url.searchParams.append(`${name}[]`, each));
    } else {
      url.searchParams.append(name, String(value));
    }
  }
  return url;
}
