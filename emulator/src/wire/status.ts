import type { StatusCode, StatusError } from '../values/status.ts';

interface Status {
  readonly grpc: number;
  readonly http: number;
}

const STATUSES: Readonly<Record<StatusCode, Status>> = {
  CANCELLED: { grpc: 1, http: 499 },
  UNKNOWN: { grpc: 2, http: 500 },
  INVALID_ARGUMENT: { grpc: 3, http: 400 },
  DEADLINE_EXCEEDED: { grpc: 4, http: 504 },
  NOT_FOUND: { grpc: 5, http: 404 },
  ALREADY_EXISTS: { grpc: 6, http: 409 },
  PERMISSION_DENIED: { grpc: 7, http: 403 },
  RESOURCE_EXHAUSTED: { grpc: 8, http: 429 },
  FAILED_PRECONDITION: { grpc: 9, http: 400 },
  ABORTED: { grpc: 10, http: 409 },
  OUT_OF_RANGE: { grpc: 11, http: 400 },
  UNIMPLEMENTED: { grpc: 12, http: 501 },
  INTERNAL: { grpc: 13, http: 500 },
  UNAVAILABLE: { grpc: 14, http: 503 },
  UNAUTHENTICATED: { grpc: 16, http: 401 },
};

/** gRPC's number for a code. */
export function toGrpcCode(code: StatusCode): number {
  return STATUSES[code].grpc;
}

/** The HTTP status that Google's gateway gives to a code. */
export function toHttpStatus(code: StatusCode): number {
  return STATUSES[code].http;
}

/** The JSON body of an error, slashes escaped as the reference has them. */
export function toJsonError(error: StatusError): string {
  const body = { error: { code: toHttpStatus(error.code), message: error.message, status: error.code } };
  return JSON.stringify(body).replaceAll('/', '\\/');
}
