/**
 * In which way a sentence states something, and who is said to have said it.
 *
 * <p>Main types in reading order: {@link org.entente.extract.modality.ModalityReader} (the whole
 * step), {@link org.entente.extract.modality.Reading} with its {@link
 * org.entente.extract.modality.Cue}s (the result), {@code Reports} (on which verb of saying a
 * trigger depends), {@code SayingVerbs} (how such a verb stands), {@code Speakers} (who says it),
 * {@code Doubts} (what is denied, wished or only possible), {@code ModalityWords} and {@link
 * org.entente.extract.modality.Quotations} (direct speech through sentences).
 *
 * <p>Invariants: words come from {@code modality.tsv}; tokens and phrases are named by their index
 * in the sentence; -1 is none.
 *
 * <p>Not here: what a sentence states ({@code org.entente.extract}).
 */
@NullMarked
package org.entente.extract.modality;

import org.jspecify.annotations.NullMarked;
