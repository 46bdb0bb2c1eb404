import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Combobox } from './combobox.tsx';
import { Form } from './form.tsx';
import { type FormSchema, useForm } from './use-form.ts';

interface Values extends Record<string, unknown> {
  place: string | null;
}
const anything: FormSchema<Values> = {
  safeParse: (values) => ({ success: true, data: values as Values }),
};
const towns = ['Aberdeen', 'Berlin', 'Bern'].map((label) => ({ value: label.toLowerCase(), label }));

const Example = ({ submit }: { submit: (values: Values) => Promise<undefined> }) => {
  const form = useForm<Values, Values>({ initialValues: { place: null }, schema: anything, submit });
  return (
    <Form form={form} submitLabel="Create">
      <Combobox
        {...form.choice('place')}
        label="Place"
        options={towns}
        nothingFound="Nothing found."
        unknown={(typed) => `We do not know “${typed}”.`}
      />
    </Form>
  );
};

const open = async () => {
  const submit = vi.fn(async (_values: Values) => undefined);
  render(<Example submit={submit} />);
  await screen.findByRole('combobox', { name: 'Place' });
  return submit;
};
const place = () => screen.getByLabelText<HTMLInputElement>('Place');
const create = () => userEvent.click(screen.getByRole('button', { name: 'Create', hidden: true }));

describe('a combobox in a form', () => {
  it('gives the best match when it is left', async () => {
    const submit = await open();
    await userEvent.type(place(), 'ber');
    await userEvent.tab();
    expect(place().value).toBe('Berlin');
    await create();
    expect(submit).toHaveBeenCalledWith({ place: 'berlin' });
  });

  it('keeps the form from being sent while its words match nothing, and sends it once they are gone', async () => {
    const submit = await open();
    await userEvent.type(place(), 'Nowhere');
    await userEvent.tab();
    await create();
    expect(submit).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(document.activeElement).toBe(place()));
    expect([place().value, place().getAttribute('aria-invalid')]).toEqual(['Nowhere', 'true']);
    expect(screen.getByText('We do not know “Nowhere”.')).toBeTruthy();
    await userEvent.clear(place());
    await create();
    expect(submit).toHaveBeenCalledWith({ place: null });
  });
});
