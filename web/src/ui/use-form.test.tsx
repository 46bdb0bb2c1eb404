import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { Form } from './form.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { type FormProblems, useForm } from './use-form.ts';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(3, 'A name needs at least 3 characters.')),
  topic: z.string().check(z.minLength(1, 'Choose a topic.')),
});
type Values = z.infer<typeof schema>;
type Submit = (values: Values) => Promise<FormProblems<Values> | undefined>;

const Example = ({ submit }: { submit: Submit }) => {
  const form = useForm({ initialValues: { name: '', topic: '' }, schema, submit });
  return (
    <Form form={form} submitLabel="Create">
      <TextField {...form.text('name')} label="Name" description="People find it by this name." />
      <Select
        {...form.text('topic')}
        label="Topic"
        placeholder="None"
        options={[{ value: 'sleep', label: 'Sleep' }]}
      />
    </Form>
  );
};

const open = (answer: FormProblems<Values> | undefined = undefined) => {
  const submit = vi.fn<Submit>(async () => answer);
  render(<Example submit={submit} />);
  return submit;
};
const name = () => screen.getByLabelText<HTMLInputElement>('Name');
const topic = () => screen.getByLabelText<HTMLSelectElement>('Topic');
const create = () => userEvent.click(screen.getByRole('button', { name: 'Create' }));

describe('a form', () => {
  it('refuses nothing before it is sent', async () => {
    open();
    await userEvent.type(name(), 'ab');
    await userEvent.tab();
    expect(name().getAttribute('aria-invalid')).toBeNull();
  });

  it('sent empty, puts the focus on the first wrong field and names every wrong one', async () => {
    const submit = open();
    await create();
    await vi.waitFor(() => expect(document.activeElement).toBe(name()));
    expect(screen.getByText('A name needs at least 3 characters.')).toBeTruthy();
    expect(screen.getByText('Choose a topic.')).toBeTruthy();
    expect(submit).not.toHaveBeenCalled();
  });

  it('ties a sentence to its field, beside what the field says of itself', async () => {
    open();
    await create();
    const described = (name().getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'People find it by this name.',
      'A name needs at least 3 characters.',
    ]);
  });

  it('keeps a sentence until the field is mended, and goes to the next wrong one', async () => {
    open();
    await create();
    await userEvent.type(name(), 'ab');
    expect(name().getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(name(), 'c');
    expect(name().getAttribute('aria-invalid')).toBeNull();
    await create();
    await vi.waitFor(() => expect(document.activeElement).toBe(topic()));
    expect(name().value).toBe('abc');
  });

  it('sends what the schema makes of the values, once, however often it is pressed', async () => {
    const submit = open();
    await userEvent.type(name(), ' River ');
    await userEvent.selectOptions(topic(), 'sleep');
    await create();
    await create();
    expect(submit.mock.calls).toEqual([[{ name: 'River', topic: 'sleep' }]]);
  });

  it('puts what the server refused under its field, keeps what was entered, and can be sent again', async () => {
    const submit = open({ name: 'That name is taken.' });
    await userEvent.type(name(), 'River');
    await userEvent.selectOptions(topic(), 'sleep');
    await create();
    await vi.waitFor(() => expect(document.activeElement).toBe(name()));
    expect(screen.getByText('That name is taken.')).toBeTruthy();
    expect([name().value, topic().value]).toEqual(['River', 'sleep']);
    await create();
    expect(submit).toHaveBeenCalledTimes(2);
  });

  it('says aloud what is wrong with all of it', async () => {
    open({ form: 'We could not reach the server.' });
    await userEvent.type(name(), 'River');
    await userEvent.selectOptions(topic(), 'sleep');
    await create();
    const alert = await screen.findByRole('alert');
    await vi.waitFor(() => expect(alert.textContent).toBe('We could not reach the server.'));
  });
});
