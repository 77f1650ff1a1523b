-- Shared views hold no search and no customers: these may name people to colleagues who cannot see them (decision 042).

update saved_view
set definition = definition #- '{query,search}' #- '{query,customerName}', version = version + 1
where shared and (definition -> 'query' ? 'search' or definition -> 'query' ? 'customerName');
