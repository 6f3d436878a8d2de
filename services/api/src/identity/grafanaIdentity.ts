import { type OrgRole, orgRoles } from '@spendscope/contracts';
import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { ApiError } from '../http/apiError';

/** A person as Grafana vouches for them. */
export interface GrafanaIdentity {
  sub: string;
  login: string;
  email?: string;
  role: OrgRole;
}

export interface IdentityRules {
  issuer: string;
  orgId: string;
}

const clockToleranceSeconds = 30;
const longestToken = 8_192;

/** Grafana's public keys: kept up to an hour, asked for again when an unknown key id comes, at most every 30 s. */
export function grafanaKeys(jwksUrl: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: 3_600_000,
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
  });
}

/**
 * Verifies an `X-Grafana-Id` token: ES256 only, by key id, issuer, organisation, time and kind.
 * @throws ApiError 401 whatever is wrong with it, 503 where Grafana's keys cannot be had. Nothing else gets through.
 */
export async function verifyGrafanaId(
  token: string | undefined,
  keys: JWTVerifyGetKey,
  rules: IdentityRules
): Promise<GrafanaIdentity> {
  if (!token || token.length > longestToken) {
    throw refused('Grafana sent no signed identity. Check that the id token is forwarded to this app.');
  }
  const payload = await verified(token, keys, rules);
  const { sub, type, username, role, email } = payload as JWTPayload & Record<string, unknown>;
  if (type !== 'user') {
    throw refused('Only people may call this, not service accounts.');
  }
  const known = orgRoles.find((candidate) => candidate === role);
  if (!sub || typeof username !== 'string' || username.length === 0 || !known) {
    throw refused('The signed identity names no user with a role in this organisation.');
  }
  return { sub, login: username, role: known, ...(typeof email === 'string' && email ? { email } : {}) };
}

async function verified(token: string, keys: JWTVerifyGetKey, rules: IdentityRules): Promise<JWTPayload> {
  // Grafana signs with its root URL as configured, which ends in a slash; people write it either way.
  const bare = rules.issuer.replace(/\/$/, '');
  try {
    const { payload } = await jwtVerify(token, requireKeyId(keys), {
      algorithms: ['ES256'],
      issuer: [bare, `${bare}/`],
      audience: `org:${rules.orgId}`,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return payload;
  } catch (error) {
    if (isAboutTheToken(error)) {
      throw refused('The signed identity is not valid or has expired. Reload the page.', error);
    }
    throw new ApiError(503, 'identity_unavailable', 'Grafana’s signing keys cannot be read. Try again in a moment.', {
      headers: { 'retry-after': '5' },
      cause: error,
    });
  }
}

/** Without a key id any key of the set would do; ours must name theirs. */
const requireKeyId =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  (header, token) => {
    if (!header.kid) {
      throw new errors.JWSInvalid('no key id');
    }
    return keys(header, token);
  };

/** A timeout or an unreachable or unreadable key set says nothing about the token; everything else condemns it. */
function isAboutTheToken(error: unknown): boolean {
  const aboutKeys = [errors.JWKSTimeout, errors.JWKSInvalid];
  return (
    error instanceof errors.JOSEError &&
    !aboutKeys.some((kind) => error instanceof kind) &&
    // jose's plain error: "Expected 200 OK from the JSON Web Key Set HTTP response".
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

const refused = (message: string, cause?: unknown): ApiError =>
  new ApiError(401, 'identity_required', message, { cause });
