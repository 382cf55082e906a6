import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Tabs and charts are loaded lazily, and test machines are busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
