import { ActionList, reasonCodes } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { actionDefinitions } from './actionRegistry';

export const actionRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/actions',
    {
      schema: {
        summary: 'Actions that can be taken, and the caller’s rights',
        response: responses({ 200: ActionList }),
      },
    },
    async (request) => {
      const { actor, rights } = request.caller!;
      return {
        actions: [...actionDefinitions],
        reasonCodes: [...reasonCodes],
        mode: services.interventions.mode,
        caller: { login: actor.login, role: actor.role, rights: [...rights] },
      };
    }
  );
};
