import { settings, type Setting } from '@alongside/framework/contracts';
import { enumOf } from '@alongside/graphql-kit';

export const SettingEnum = enumOf<Setting>(
  'Setting',
  settings,
  'Where work is done, as the framework names it.',
);
