/**
 * The page: Vaadin views and components, one folder a feature. The only package that uses Vaadin.
 */
@NullMarked
package io.hybridanomaly.ui;

import org.jspecify.annotations.NullMarked;
