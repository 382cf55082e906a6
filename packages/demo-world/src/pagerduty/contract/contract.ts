import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { IANAZone } from 'luxon';
import { readDocument } from './document';
import { JsonObject, objectOf, valueAt } from './json';
import { Operation, operationOf, resolved } from './operation';
import { parameterValues } from './parameters';

/** A request as a client makes it. */
export interface ContractRequest {
  method: string;
  /** Absolute, or a path with its query string. */
  url: string;
  headers: Headers | Record<string, string>;
  /** The parsed JSON body, if any. */
  body?: unknown;
}

const DOCUMENT = 'pagerduty';
const ERROR_BODY = '/components/responses/InternalServerError';

function ajvFor(document: JsonObject): Ajv {
  // The document is OpenAPI 3.0: it has keywords and formats of its own.
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: true,
    logger: false,
  });
  addFormats(ajv);
  const zone = (text: string) => IANAZone.isValidZone(text);
  ajv.addFormat('tzinfo', zone);
  ajv.addFormat('activesupport-time-zone', zone);
  ajv.addFormat('partial-time', /^\d{2}:\d{2}(:\d{2})?$/);
  ajv.addSchema(document, DOCUMENT);
  return ajv;
}

function words(errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '(root)'} ${message} ${JSON.stringify(params)}`,
  );
}

/**
 * PagerDuty's official contract with our changes. Schemas are compiled when
 * they are first used: the document is far larger than what we use of it.
 */
export class Contract {
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(private readonly document: JsonObject) {
    this.ajv = ajvFor(document);
  }

  static load(path: string): Contract {
    return new Contract(readDocument(path));
  }

  /** What is wrong with a request; nothing when it keeps the contract. */
  validateRequest(request: ContractRequest): string[] {
    const { url, name, operation } = this.find(request.method, request.url);
    if (!operation) {
      return [`${name} is not in the contract`];
    }
    return [
      ...this.queryProblems(operation, url.searchParams),
      ...this.headerProblems(operation, new Headers(request.headers)),
      ...this.bodyProblems(operation, request),
    ].map(problem => `${name}: ${problem}`);
  }

  /** What is wrong with an answer; nothing when it keeps the contract. */
  validateResponse(
    request: Pick<ContractRequest, 'method' | 'url'>,
    response: { status: number; body: unknown },
  ): string[] {
    const { name, operation } = this.find(request.method, request.url);
    if (!operation) {
      return [`${name} is not in the contract`];
    }
    const { status } = response;
    const listed = objectOf(operation.definition.responses)[status];
    // Every operation may be refused for load or fail, listed or not.
    if (!listed && status !== 429 && status < 500) {
      return [`${name}: status ${status} is not in the contract`];
    }
    const answer = resolved(
      this.document,
      listed ? `${operation.pointer}/responses/${status}` : ERROR_BODY,
    );
    const schema = `${answer.pointer}/content/application~1json/schema`;
    return valueAt(this.document, schema) === undefined
      ? []
      : this.check(schema, response.body).map(
          problem => `${name} ${status}: ${problem}`,
        );
  }

  private find(method: string, address: string) {
    const url = new URL(address, 'https://api.pagerduty.com');
    return {
      url,
      name: `${method.toUpperCase()} ${url.pathname}`,
      operation: operationOf(this.document, method, url.pathname),
    };
  }

  private queryProblems(
    { parameters }: Operation,
    query: URLSearchParams,
  ): string[] {
    const known = parameters.filter(parameter => parameter.in === 'query');
    const strangers = [...new Set(query.keys())].filter(
      key => !known.some(({ name }) => name === key),
    );
    return [
      ...strangers.map(key => `the query parameter "${key}" does not exist`),
      ...known.flatMap(parameter => {
        const { values, problems } = parameterValues(
          parameter,
          query.getAll(parameter.name),
        );
        return [
          ...problems,
          ...values.flatMap(value =>
            this.validate(parameter.schema, value).map(
              problem => `${parameter.name} "${value}" ${problem}`,
            ),
          ),
        ];
      }),
    ];
  }

  private headerProblems({ parameters }: Operation, headers: Headers) {
    return parameters
      .filter(parameter => parameter.in === 'header')
      .flatMap(({ name, required, schema }) => {
        const value = headers.get(name);
        if (value === null) {
          return required ? [`the header ${name} is missing`] : [];
        }
        return this.validate(schema, value).map(
          problem => `${name} "${value}" ${problem}`,
        );
      });
  }

  private bodyProblems(
    { pointer, definition }: Operation,
    { body }: ContractRequest,
  ): string[] {
    const schema = `${pointer}/requestBody/content/application~1json/schema`;
    if (definition.requestBody === undefined) {
      return body === undefined ? [] : ['there must be no body'];
    }
    return valueAt(this.document, schema) === undefined
      ? []
      : this.check(schema, body).map(problem => `body ${problem}`);
  }

  private check(pointer: string, value: unknown): string[] {
    return this.validate({ $ref: `${DOCUMENT}#${encodeURI(pointer)}` }, value);
  }

  private validate(schema: JsonObject, value: unknown): string[] {
    const key = JSON.stringify(schema);
    const validate = this.compiled.get(key) ?? this.ajv.compile(schema);
    this.compiled.set(key, validate);
    return validate(value) ? [] : words(validate.errors);
  }
}
