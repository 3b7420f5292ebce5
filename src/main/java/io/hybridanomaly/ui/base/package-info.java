/** What every part of the page needs: the way back from background threads, texts, errors. */
@NullMarked
package io.hybridanomaly.ui.base;

import org.jspecify.annotations.NullMarked;
