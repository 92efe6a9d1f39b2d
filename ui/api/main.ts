// The readable page of the HTTP interface: Swagger UI over the description that the appliance itself serves.
import 'swagger-ui-dist/swagger-ui.css';
import SwaggerUIBundle from 'swagger-ui-dist/swagger-ui-bundle.js';

SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#root', deepLinking: true });
