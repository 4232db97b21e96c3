/** Seconds that an access token lives. */
export const accessTokenLife = 3600;
