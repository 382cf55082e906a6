import { useState } from 'react';
import {
  Content,
  Header,
  Page,
  ProxiedSignInPage,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import Grid from '@material-ui/core/Grid';
import { demoPeople } from './people';
import { PersonCard } from './PersonCard';
import { rememberedPerson, rememberUntilSignOut } from './rememberedPerson';

/** Asks who of the demo's people is there, then lets that provider sign in. */
export const SignInPage = (props: SignInPageProps) => {
  const title = useApi(configApiRef).getString('app.title');
  const [person, setPerson] = useState(rememberedPerson);

  if (person) {
    return (
      <ProxiedSignInPage
        provider={person.provider}
        onSignInSuccess={identity =>
          props.onSignInSuccess(rememberUntilSignOut(person, identity))
        }
      />
    );
  }
  return (
    <Page themeId="home">
      <Header title={title} subtitle="Choose who you are; no password needed" />
      <Content>
        <Grid container spacing={3} component="ul" style={{ padding: 0 }}>
          {demoPeople.map(candidate => (
            <Grid
              item
              key={candidate.provider}
              component="li"
              xs={12}
              sm={6}
              md={4}
              style={{ listStyle: 'none' }}
            >
              <PersonCard person={candidate} onChoose={setPerson} />
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
};
