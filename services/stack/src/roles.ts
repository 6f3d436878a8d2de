import { rolesFile } from './elasticsearch/rolesFile';

/** Prints our roles as a roles.yml, for a server whose operator keeps roles and users in files. */
process.stdout.write(rolesFile());
