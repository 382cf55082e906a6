import { render, screen } from '@testing-library/react';
import { app } from './app';

describe('the app', () => {
  it('starts at the sign-in page', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Parcel portal' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as unknown as string,
    };
    render(app.createRoot());
    expect(await screen.findByText('Sam Reader')).toBeInTheDocument();
  });
});
